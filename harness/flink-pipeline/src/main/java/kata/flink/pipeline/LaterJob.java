package kata.flink.pipeline;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import kata.harness.lab.LearnerMistake;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;

/** A job that the lab has yet to start, so that nobody can do anything with it. */
record LaterJob(JobID id) implements JobClient {

  private static LearnerMistake notYet() {
    return new LearnerMistake(
        "Your code waits for a job that has not been started.",
        "The lab starts it when build(...) has returned.");
  }

  @Override
  public JobID getJobID() {
    return id;
  }

  @Override
  public CompletableFuture<JobStatus> getJobStatus() {
    return CompletableFuture.completedFuture(JobStatus.CREATED);
  }

  @Override
  public CompletableFuture<Void> cancel() {
    throw notYet();
  }

  @Override
  public CompletableFuture<String> stopWithSavepoint(
      boolean drain, String folder, SavepointFormatType format) {
    throw notYet();
  }

  @Override
  public CompletableFuture<String> triggerSavepoint(String folder, SavepointFormatType format) {
    throw notYet();
  }

  @Override
  public CompletableFuture<Map<String, Object>> getAccumulators() {
    throw notYet();
  }

  @Override
  public CompletableFuture<JobExecutionResult> getJobExecutionResult() {
    throw notYet();
  }
}
