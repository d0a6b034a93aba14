// misuse: an undeclared name
#ifdef TALLYWATT_MISUSE
int wrong = undeclared;
#else
int right = 1;
#endif
