// The limit: the least that shows 20 rows, from a file of 50 records.
const response = await fetch(new URLSearchParams(location.search).get('first'));
const { records } = await response.json();
const table = document.getElementById('box').appendChild(document.createElement('table'));
for (const record of records.slice(0, 20)) {
  const row = table.insertRow();
  for (const key of ['documentName', 'subjectName', 'decidedOn', 'authority']) row.insertCell().textContent = record[key] || record.caseName;
}
