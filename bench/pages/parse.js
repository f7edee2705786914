// The limit of whoever reads the whole feed first: JSON.parse and 20 rows. It keeps the document.
const response = await fetch(new URLSearchParams(location.search).get('feed'));
window.kept = await response.json();
const table = document.getElementById('box').appendChild(document.createElement('table'));
for (const record of window.kept.records.slice(0, 20)) {
  const row = table.insertRow();
  for (const key of ['documentName', 'subjectName', 'decidedOn', 'authority']) row.insertCell().textContent = record[key] || record.caseName;
}
