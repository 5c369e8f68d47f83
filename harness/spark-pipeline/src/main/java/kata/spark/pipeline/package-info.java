/** The Spark lab for pipelines: streaming queries from Kafka to PostgreSQL, S3 or Kafka. */
package kata.spark.pipeline;
