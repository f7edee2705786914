// Imports go down: what a room may import is told by the table in eslint.config.js; here, that nothing goes round in a circle.
module.exports = {
  forbidden: [
    {
      name: 'no-circle',
      comment: 'A module that (by way of others) imports itself can be understood, tested and loaded only together with them.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    // Types count, too: whoever reads one file must not have to read the circle.
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
  },
};
