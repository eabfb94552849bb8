/* A library that is loaded while the program runs. */
int plugin(int n)
{
    int twice = n * 2;  /* @twice */
    return twice + 1;   /* @return */
}
