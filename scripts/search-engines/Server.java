import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.opensearch.analysis.common.CommonAnalysisPlugin;
import org.opensearch.common.settings.Settings;
import org.opensearch.env.Environment;
import org.opensearch.node.Node;
import org.opensearch.plugins.Plugin;
import org.opensearch.transport.Netty4Plugin;

/**
 * One node of a cluster on this machine's loopback. It lives as long as its standard input is open, so that it never
 * outlives whoever started it.
 *
 * Arguments: folder, name, HTTP port, transport port, transport addresses of all nodes, names of all nodes (with commas).
 */
public final class Server {
  private static final List<Class<? extends Plugin>> PLUGINS = List.of(Netty4Plugin.class, CommonAnalysisPlugin.class);

  /** The constructor that takes plugins from the class path is protected. */
  private static final class LocalNode extends Node {
    LocalNode(Settings settings, Path home) {
      super(new Environment(settings, home.resolve("config")), PLUGINS, true);
    }
  }

  public static void main(String[] args) throws Exception {
    Path home = Path.of(args[0]);
    Files.createDirectories(home.resolve("config"));
    Settings settings = Settings.builder()
      .put("path.home", home.toString())
      .put("cluster.name", "sgs")
      .put("node.name", args[1])
      .put("network.host", "127.0.0.1")
      .put("http.port", args[2])
      .put("transport.port", args[3])
      .put("transport.type", "netty4")
      .put("http.type", "netty4")
      .putList("discovery.seed_hosts", args[4].split(","))
      .putList("cluster.initial_cluster_manager_nodes", args[5].split(","))
      // A test machine's disk may be fuller than a cluster likes.
      .put("cluster.routing.allocation.disk.threshold_enabled", false)
      // What the serial collector has not collected yet counts as used, and a node that is refused everything collects nothing.
      .put("indices.breaker.total.use_real_memory", false)
      .build();
    try (Node node = new LocalNode(settings, home).start()) {
      System.out.println("started " + args[1]);
      drain();
    }
    System.exit(0);
  }

  private static void drain() throws IOException {
    while (System.in.read() >= 0) { }
  }
}
