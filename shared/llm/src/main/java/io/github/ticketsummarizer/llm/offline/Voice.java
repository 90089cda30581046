package io.github.ticketsummarizer.llm.offline;

/** Who speaks in a comment, as far as the thread itself shows it. */
enum Voice {
    /** An internal note: most often the place where the true cause stands. */
    NOTE,
    /** Somebody of support, to the customer. */
    SUPPORT,
    /** Whoever opened the ticket, or somebody who is neither known to be support. */
    CUSTOMER
}
