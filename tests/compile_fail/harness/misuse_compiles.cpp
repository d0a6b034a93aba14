// misuse: none, in truth
// must-contain: error
#ifdef TALLYWATT_MISUSE
int wrong = 1;
#else
int right = 1;
#endif
