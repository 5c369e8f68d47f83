package kata.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/** One Kafka broker that is its own controller. */
final class KafkaService implements Service {

  private static final int NODE = 1;
  private static final String CONTROLLER = "CONTROLLER";

  private final Folder folder;
  private KafkaRaftServer server;

  KafkaService(Folder folder) {
    this.folder = folder;
  }

  @Override
  public int start() throws Exception {
    Path data = folder.inside("kafka");
    int port = freePort();
    format(data);
    server = new KafkaRaftServer(new KafkaConfig(settings(data, port, freePort())), Time.SYSTEM);
    server.startup();
    return port;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void format(Path data) throws Exception {
    new Formatter()
        .setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
        .setNodeId(NODE)
        .setClusterId(Uuid.randomUuid().toString())
        .setControllerListenerName(CONTROLLER)
        .setMetadataLogDirectory(data.toString())
        .setDirectories(List.of(data.toString()))
        .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
        .run();
  }

  private static Map<String, String> settings(Path data, int port, int controller) {
    String broker = "PLAINTEXT://127.0.0.1:" + port;
    return Map.ofEntries(
        Map.entry("process.roles", "broker,controller"),
        Map.entry("node.id", "" + NODE),
        Map.entry("controller.quorum.voters", NODE + "@127.0.0.1:" + controller),
        Map.entry("controller.listener.names", CONTROLLER),
        Map.entry("listeners", broker + "," + CONTROLLER + "://127.0.0.1:" + controller),
        Map.entry("advertised.listeners", broker),
        Map.entry("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT"),
        Map.entry("inter.broker.listener.name", "PLAINTEXT"),
        Map.entry("log.dirs", data.toString()),
        // The events are older than a week, the age at which the broker would delete them.
        Map.entry("log.retention.ms", "-1"),
        // To a clock that is far behind they lie in the future, of which a broker takes an hour.
        Map.entry("log.message.timestamp.after.max.ms", "" + Long.MAX_VALUE),
        // It would take half of the heap.
        Map.entry("log.cleaner.dedupe.buffer.size", "2097152"),
        // One broker cannot keep three copies.
        Map.entry("offsets.topic.replication.factor", "1"),
        Map.entry("offsets.topic.num.partitions", "1"),
        Map.entry("transaction.state.log.replication.factor", "1"),
        Map.entry("transaction.state.log.min.isr", "1"),
        Map.entry("transaction.state.log.num.partitions", "1"),
        Map.entry("share.coordinator.state.topic.replication.factor", "1"),
        Map.entry("share.coordinator.state.topic.min.isr", "1"),
        // Flink asks for an hour, and the broker's default is a quarter of one.
        Map.entry("transaction.max.timeout.ms", "7200000"),
        // On a machine that is too busy, nobody takes over from a broker that is not heard of.
        Map.entry("broker.session.timeout.ms", "120000"),
        // Nobody to wait for: neither other voters nor other consumers, nor more topics to be made.
        Map.entry("controller.quorum.append.linger.ms", "0"),
        Map.entry("controller.quorum.election.timeout.ms", "50"),
        Map.entry("controller.quorum.fetch.timeout.ms", "1000"),
        Map.entry("group.initial.rebalance.delay.ms", "0"),
        // Members that leave their partitions to the broker hear of them with a heartbeat.
        Map.entry("group.consumer.heartbeat.interval.ms", "200"),
        Map.entry("group.consumer.min.heartbeat.interval.ms", "200"),
        Map.entry("controlled.shutdown.enable", "false"),
        Map.entry("num.network.threads", "1"),
        Map.entry("num.io.threads", "2"),
        Map.entry("background.threads", "2"));
  }

  @Override
  public void stop() {
    if (server != null) {
      server.shutdown();
      server.awaitShutdown();
    }
  }
}
