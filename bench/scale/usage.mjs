// @ts-check
// Loaded before a program that is measured: leaves what it has used of the machine in the file that SGS_USAGE names.
import { writeFileSync } from 'node:fs';

process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  // Microseconds and kilobytes.
  writeFileSync(String(process.env['SGS_USAGE']), JSON.stringify({ cpuSeconds: (userCPUTime + systemCPUTime) / 1e6, memoryMb: maxRSS / 1000 }));
});
