// misuse: an integer from a pointer
// must-contain: 'int'
// must-not-contain-gcc: invalid conversion
// must-not-contain-clang: invalid conversion|cannot initialize
#ifdef TALLYWATT_MISUSE
int wrong = static_cast<char*>(nullptr);
#else
int right = 1;
#endif
