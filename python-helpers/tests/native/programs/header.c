/* Uses one function of a header; compiled with -DSECOND, the other one. */
#include "header.h"

#ifdef SECOND
int used(int n) { return second(n); }
#else
int used(int n);
int main(void) { return first(0) + used(1) == 4 ? 0 : 1; }
#endif
