package kata.datasets;

import java.io.Serializable;

/**
 * Three declined transactions of one card, and a large one after them.
 *
 * @param userId whose card it is
 * @param declined the identifiers of the three, in their order, parted by blanks
 * @param large the identifier of the large one
 */
public record CardAlert(String userId, String declined, String large) implements Serializable {}
