// misuse: an undeclared name, after an error that has nothing to do with it
// must-contain: undeclared
#ifdef TALLYWATT_MISUSE
# define declared_type missing_type
#else
# define declared_type int
#endif

declared_type elsewhere = 1;

#ifdef TALLYWATT_MISUSE
int wrong = undeclared;
#else
int right = 1;
#endif
