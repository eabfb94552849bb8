/* The file part.c of the folder "two". */
int two(int value)
{
    return value + 1; /* @part */
}
