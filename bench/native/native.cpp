// What the native rows debug:  native WORKLOAD
#include <dlfcn.h>
#include <pthread.h>
#include <unistd.h>

#include <cstdio>
#include <cstring>
#include <string>
#include <vector>

extern "C" void many(int rounds); // 500 lines, written by program.py

namespace {

volatile long sink;

struct Point {
    double x, y;
};

// 25 frames down, a function with locals of the ordinary kinds.
void level(int depth)
{
    if (depth)
        return level(depth - 1), void(sink = depth);
    Point point = {1.5, 2.5}, *pointer = &point;
    long numbers[4] = {1, 2, 3, 4};
    std::string text = "a few locals";
    const char *name = "name";
    unsigned char byte = 'b';
    bool flag = true;
    sink = numbers[0] + long(pointer->x) + name[0] + byte + flag; // @stop
}

void stops()
{
    for (int i = 0; i < 40; i++)
        level(25);
}

// A loop to step in, to count in and to log from.
void spin()
{
    long sum = 0, last = 20'000;
    double half = 0.5;
    const char *name = "spin";
    Point point = {1, 2};
    sink = last; // @spin
    for (int i = 0; i < last; i++) {
        sum += i; // @every
        sum ^= last;
    }
    sink = sum + long(half) + name[0] + long(point.x); // @after
}

// As spin, a tenth as often.
void log()
{
    sink = 0; // @log
    for (int i = 0; i < 2'000; i++)
        sink = i; // @each
    sink = 1; // @logged
}

void array()
{
    int numbers[1'000'000];
    for (int i = 0; i < 1'000'000; i++)
        numbers[i] = i;
    sink = numbers[1]; // @array
}

void strings()
{
    std::vector<std::string> strings;
    for (int i = 0; i < 10'000; i++)
        strings.push_back("string number " + std::to_string(i));
    sink = strings.size(); // @strings
}

pthread_barrier_t started;

void *work(void *)
{
    pthread_barrier_wait(&started);
    for (;;)
        pause();
}

void threads()
{
    pthread_barrier_init(&started, nullptr, 200);
    pthread_t thread;
    for (int i = 1; i < 200; i++)
        pthread_create(&thread, nullptr, work, nullptr);
    pthread_barrier_wait(&started);
    sink = 200; // @threads
}

void lines()
{
    many(1); // @lines
}

// Loads 60 libraries, and then the one with `many`.
void libraries()
{
    sink = 0; // @libraries
    for (int i = 0; i < 60; i++)
        dlopen((LIBRARIES "/other" + std::to_string(i) + ".so").c_str(), RTLD_NOW);
    void *late = dlopen(LIBRARIES "/late.so", RTLD_NOW);
    reinterpret_cast<void (*)(int)>(dlsym(late, "many"))(1);
}

void output()
{
    sink = 0; // @output
    for (int i = 0; i < 500'000; i++)
        printf("%098d\n", i);
}

// To be attached to; ends by itself.
void tick()
{
    for (int i = 0; i < 60'000; i++) {
        usleep(1000);
        sink = i; // @tick
    }
}

struct {
    const char *name;
    void (*run)();
} const workloads[] = {{"stops", stops}, {"spin", spin}, {"log", log}, {"array", array}, {"strings", strings},
                       {"threads", threads}, {"lines", lines}, {"libraries", libraries}, {"output", output}, {"tick", tick}};

} // namespace

int main(int, char **arguments)
{
    for (auto &workload : workloads)
        if (!strcmp(workload.name, arguments[1]))
            workload.run();
}
