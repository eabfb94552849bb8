/* Starts and ends Python, twice. */
#include <Python.h>

__attribute__((noinline)) void checkpoint_reached(void) { __asm__ volatile(""); }

int main(void) {
  checkpoint_reached();
  for (int round = 0; round < 2; round++) {
    Py_Initialize();
    checkpoint_reached();
    Py_Finalize();
    checkpoint_reached();
  }
  return 0;
}
