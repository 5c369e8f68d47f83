/** Realistic traffic of the shop from a seed, of any length, the same on every machine. */
package kata.datasets.traffic;
