/** Events as files: JSON Lines and CSV, written and read the same way everywhere. */
package kata.datasets.files;
