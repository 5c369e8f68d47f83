package kata.spark.pipeline;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kata.harness.transcript.Row;
import kata.spark.lab.RowReader;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.spark.sql.SparkSession;

/** What lies in Parquet files in the bucket, each of which is shown once. */
final class ParquetFiles {

  private static final String SUFFIX = ".parquet";

  private final SparkSession session;
  private final Set<String> seen = new HashSet<>();

  /** Reads in a session of its own, in which a timestamp is an {@link java.time.Instant}. */
  ParquetFiles(SparkSession session) {
    this.session = session.newSession();
    this.session.conf().set("spark.sql.datetime.java8API.enabled", true);
  }

  /**
   * Returns the rows of the files below a folder that are new. Their first column is the folder in
   * which they lie, seen from that one, and empty there itself.
   */
  List<Row> unseen(String folder) throws IOException {
    Map<String, List<String>> byFolder = new LinkedHashMap<>();
    Path root = new Path(folder);
    for (Path file : files(root)) {
      if (seen.add(file.toString())) {
        String inner = root.toUri().relativize(file.getParent().toUri()).getPath();
        byFolder.computeIfAbsent(inner, it -> new ArrayList<>()).add(file.toString());
      }
    }
    List<Row> rows = new ArrayList<>();
    byFolder.forEach((inner, files) -> rows.addAll(read(inner, files)));
    return rows;
  }

  private List<Path> files(Path root) throws IOException {
    List<Path> files = new ArrayList<>();
    try {
      FileSystem bucket = root.getFileSystem(session.sparkContext().hadoopConfiguration());
      RemoteIterator<LocatedFileStatus> all = bucket.listFiles(root, true);
      while (all.hasNext()) {
        Path file = all.next().getPath();
        if (file.getName().endsWith(SUFFIX)) {
          files.add(file);
        }
      }
    } catch (FileNotFoundException nothingWritten) {
      return List.of();
    }
    return files;
  }

  private List<Row> read(String folder, List<String> files) {
    return session
        .read()
        .option("recursiveFileLookup", true)
        .parquet(files.toArray(String[]::new))
        .collectAsList()
        .stream()
        .map(row -> withFolder(folder, RowReader.read(row)))
        .toList();
  }

  private static Row withFolder(String folder, Row row) {
    Map<String, String> cells = new LinkedHashMap<>();
    cells.put("folder", folder);
    cells.putAll(row.cells());
    return new Row(cells);
  }
}
