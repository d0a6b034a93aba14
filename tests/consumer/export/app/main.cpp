#include <downstream.hpp>

// The program and the library beneath it were built with one set of headers.
int main() { return library_version() == tallywatt::version ? 0 : 1; }
