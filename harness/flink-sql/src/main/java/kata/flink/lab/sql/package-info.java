/** Plays queries in SQL on the Flink lab. */
package kata.flink.lab.sql;
