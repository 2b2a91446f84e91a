// How much of one kind is told. Kept apart, so that a check that finds thousands need not work out ways to mend what nobody will read.

/** So many problems of one kind are told: nobody mends more at once. What comes after is only counted. */
export const mostOfOneCode = 500;
