/** The Flink lab for lessons about whole pipelines: from the topics of Kafka to a sink. */
package kata.flink.pipeline;
