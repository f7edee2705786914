// @ts-check
// A real OpenSearch cluster on this machine's loopback, made of the jars that its project publishes.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const POM = join(here, 'pom.xml');

/** Of OpenSearch, as the project file says. */
export const VERSION = /<opensearch>(.+)<\/opensearch>/.exec(readFileSync(POM, 'utf8'))?.[1] ?? '';

/** Milliseconds for a cluster to have formed. */
const PATIENCE = 300_000;

/** A JDK, Maven or OpenSearch itself can't be had here, or does not run: nothing that a change of ours could mend. */
export class NotToBeHad extends Error {}

/** When fetching is given up (`performance.now()`), whatever is under way. */
let giveUpAt = Infinity;

/** @param {string} command @param {string[]} args @param {number} minutes */
function run(command, args, minutes) {
  const timeout = Math.max(1, Math.round(Math.min(minutes * 60_000, giveUpAt - performance.now())));
  const { status, error, stderr, stdout } = spawnSync(command, args, { encoding: 'utf8', timeout });
  return { ok: status === 0, said: `${error?.message ?? ''}${stdout ?? ''}${stderr ?? ''}` };
}

/** A compiler is needed beside the runtime: the node's one class is compiled where it runs. */
function ensureJava() {
  const works = () => run('javac', ['-version'], 1).ok && run('mvn', ['-v'], 1).ok;
  if (works()) return;
  console.log('Installing a JDK and Maven (apt-get)…');
  run('apt-get', ['update', '-q'], 5);
  run('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'openjdk-17-jdk-headless', 'maven'], 10);
  if (!works()) throw new NotToBeHad('OpenSearch needs a JDK (17 or newer) and Maven (mvn) on the PATH; apt-get could not install them.');
}

/** The folder of jars, fetched once for each project file. */
function ensureJars() {
  const key = createHash('sha256').update(readFileSync(POM)).update(readFileSync(join(here, 'Server.java'))).digest('hex').slice(0, 12);
  const folder = join('node_modules', '.cache', 'sgs-engines', key);
  if (statSync(folder, { throwIfNoEntry: false })) return folder;
  console.log(`Fetching OpenSearch ${VERSION}…`);
  const partial = `${folder}.${process.pid}.tmp`;
  mkdirSync(partial, { recursive: true });
  const { ok, said } = run('mvn', ['-q', '-B', '-f', POM, 'dependency:copy-dependencies', `-DoutputDirectory=${join(process.cwd(), partial)}`], 15);
  if (!ok) {
    rmSync(partial, { recursive: true, force: true });
    throw new NotToBeHad(`Maven could not fetch OpenSearch ${VERSION}:\n${said.slice(-2000)}`);
  }
  // Compiled once, and not by each node as it starts.
  const compiled = run('javac', ['-nowarn', '-cp', `${partial}/*`, '-d', partial, join(here, 'Server.java')], 5);
  if (!compiled.ok) throw new Error(`Server.java could not be compiled:\n${compiled.said.slice(-2000)}`);
  // Under its name only when whole.
  renameSync(partial, folder);
  return folder;
}

/**
 * What the cluster runs on: Java, and the folder of jars. Once they are there it takes no time.
 * @param {number} [minutes] after which it is given up
 * @throws {NotToBeHad}
 */
export function fetchOpenSearch(minutes = 30) {
  giveUpAt = performance.now() + minutes * 60_000;
  ensureJava();
  return ensureJars();
}

/** @returns {Promise<number>} a port that nobody uses */
const freePort = () => new Promise((resolve, reject) => {
  const server = createServer();
  server.on('error', reject);
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
  });
});

/**
 * @typedef {{ name: string, url: string, stop: () => Promise<void> }} ClusterNode
 * @typedef {{ version: string, nodes: ClusterNode[], stop: () => Promise<void> }} Cluster
 */

/**
 * Starts nodes that form one cluster, and waits until all of them are in it.
 * @param {{ nodes?: number, heap?: string }} [options] `heap`: of each node, as Java writes it
 * @returns {Promise<Cluster>}
 */
export async function startCluster({ nodes: count = 2, heap = '768m' } = {}) {
  const jars = fetchOpenSearch();
  const scratch = mkdtempSync(join(tmpdir(), 'sgs-opensearch-'));
  const names = Array.from({ length: count }, (_, n) => `sgs-${n + 1}`);
  /** @type {number[]} */
  const ports = [];
  for (let n = 0; n < count * 2; n++) ports.push(await freePort());
  const seeds = names.map((_, n) => `127.0.0.1:${ports[count + n]}`).join(',');
  const nodes = names.map((name, n) => startNode(name, [join(scratch, name), name, String(ports[n]), String(ports[count + n]), seeds, names.join(',')]));

  /** @param {string} name @param {string[]} args @returns {ClusterNode & { log: () => string, gone: () => boolean }} */
  function startNode(name, args) {
    const child = spawn('java', [`-Xmx${heap}`, `-Xms${heap}`, '-XX:+UseSerialGC', '-Dlog4j2.level=error', '-cp', `${jars}:${jars}/*`, 'Server', ...args], { stdio: ['pipe', 'pipe', 'pipe'] });
    let log = '';
    const keep = (/** @type {Buffer} */ part) => { log = (log + part.toString()).slice(-4000); };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', (error) => { log += error.message; });
    const ended = new Promise((resolve) => { child.on('close', resolve); });
    return {
      name,
      url: `http://127.0.0.1:${args[2]}`,
      log: () => log,
      gone: () => child.exitCode !== null,
      async stop() {
        if (child.exitCode !== null || !child.pid) return;
        child.stdin.end();
        const late = setTimeout(() => child.kill('SIGKILL'), 20_000);
        await ended;
        clearTimeout(late);
      },
    };
  }

  const stop = async () => {
    await Promise.all(nodes.map((node) => node.stop()));
    rmSync(scratch, { recursive: true, force: true });
  };
  const until = Date.now() + PATIENCE;
  const first = /** @type {ClusterNode} */ (nodes[0]);
  for (;;) {
    const lost = nodes.find((node) => node.gone());
    if (lost || Date.now() > until) {
      await stop();
      throw new NotToBeHad(`OpenSearch did not start.\n${(lost ?? nodes[0])?.log()}`);
    }
    try {
      const health = /** @type {{ number_of_nodes: number }} */ (await (await fetch(`${first.url}/_cluster/health`)).json());
      if (health.number_of_nodes === count) break;
    } catch {
      // Not yet.
    }
    await new Promise((resolve) => { setTimeout(resolve, 300); });
  }
  return { version: VERSION, nodes, stop };
}
