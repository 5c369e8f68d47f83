/** A program that streams generated events to Kafka at a chosen rate. */
package kata.producer;
