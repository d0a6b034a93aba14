// misuse: an undeclared name
// must-contain: no such text
#ifdef TALLYWATT_MISUSE
int wrong = undeclared;
#else
int right = 1;
#endif
