document.write('<script src="../sgs.js"></' + 'script>');
