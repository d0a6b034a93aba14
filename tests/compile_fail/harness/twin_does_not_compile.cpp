// misuse: an undeclared name
// must-contain: undeclared
#ifdef TALLYWATT_MISUSE
int wrong = undeclared;
#else
int right = undeclared;
#endif
