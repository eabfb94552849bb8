/* The file part.c of the folder "one". */
int one(int value)
{
    return value + 1; /* @part */
}
