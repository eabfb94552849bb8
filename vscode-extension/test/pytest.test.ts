import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isTestFile, testAt } from '../src/configurations/pytest';

const FILE = `import pytest                       # 0

def helper():
    return 1                        # 3

@pytest.mark.parametrize("n", [1])
def test_total(n):
    def inner():
        return n                    # 8
    assert inner()                  # 9

class TestOrders:
    price = 2                       # 12

    async def test_empty(self):
        pass                        # 15

class OrderCase(unittest.TestCase):
    def test_one(self):
        pass                        # 19

@pytest.mark.parametrize(
    "order",
    ["a"],                          # 24
)
def test_lines(
    order,                          # 25
):                                  # 26
    text = '''
def test_text():
    pass
'''                                 # 27
# of the test                       # 28
    assert order                    # 29

class Basket:
    def test_no_test(self):
        pass                        # 23
after = helper()                    # 30`.split('\n');

const at = (mark: number): string | undefined => testAt(FILE, FILE.findIndex((line) => line.endsWith(`# ${mark}`)));

test('the test that encloses the cursor', () => {
    assert.equal(at(9), 'test_total');
    assert.equal(at(15), 'TestOrders::test_empty');
    assert.equal(at(19), 'OrderCase::test_one');
});

test('a function within a test is of that test', () => {
    assert.equal(at(8), 'test_total');
});

test('a definition of several lines, a text and a comment within a test are of it', () => {
    for (const mark of [24, 25, 26, 27, 28, 29]) {
        assert.equal(at(mark), 'test_lines', `# ${mark}`);
    }
});

test('a class of tests is one where the cursor is in none of its tests', () => {
    assert.equal(at(12), 'TestOrders');
});

test('the line of the definition and those of its decorators', () => {
    assert.equal(testAt(FILE, 5), 'test_total');
    assert.equal(testAt(FILE, 6), 'test_total');
    assert.equal(testAt(FILE, 11), 'TestOrders');
});

test('nothing outside of tests', () => {
    for (const mark of [0, 3, 23, 30]) {
        assert.equal(at(mark), undefined, `# ${mark}`);
    }
});

test('the names of files that pytest collects', () => {
    for (const [path, expected] of [['/a/test_orders.py', true], ['orders_test.py', true], ['/test_a/orders.py', false], ['/a/contest.py', false]] as const) {
        assert.equal(isTestFile(path), expected, path);
    }
});
