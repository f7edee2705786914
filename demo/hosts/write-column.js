document.write('<sgs-column feed="sgs.json"><p class="fallback"><a href="sgs.json">下载数据文件</a></p></sgs-column>');
