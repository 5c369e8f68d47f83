package kata.services;

/** A database at an address. */
record Database(String jdbcUrl, String user, String password) implements Postgres {}
