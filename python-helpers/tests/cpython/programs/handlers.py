"""Exceptions in threads of their own: nothing handles them in functions that are named told_…, something does in the others."""

import asyncio
import concurrent.futures
import contextlib
import json
import unittest


class Failure(ValueError):
    pass


def fail(kind=Failure):
    raise kind("text")


def by_its_type():
    try:
        fail()
    except (KeyError, ValueError):
        pass


def by_what_runs_a_test():
    unittest.FunctionTestCase(fail).run(unittest.TestResult())


class SubTest(unittest.TestCase):
    def runTest(self):
        with self.subTest():
            fail()


def by_a_test_within_another():
    case = SubTest()
    case._outcome = unittest.case._Outcome(unittest.TestResult())
    case.runTest()


def told_as_its_type_is_another():
    try:
        fail()
    except KeyError:
        pass


def told_through_finally():
    try:
        return fail()
    finally:
        with open("/dev/null"):
            json.dumps(1)


def by_a_return_in_finally():
    try:
        fail()
    finally:
        return 1  # noqa: B012


def by_what_may_leave_a_loop_in_finally(count=1):
    while count:
        try:
            fail()
        finally:
            if count:
                break  # noqa: B012


def told_through_a_finally_with_handlers():
    try:
        fail()
    finally:
        try:
            json.loads("[")
        except ValueError:
            pass


def told_as_it_is_raised_again():
    try:
        fail()
    except ValueError as error:
        if error.args:
            raise
        raise


def told_where_it_is_raised_again_after_all():
    try:
        fail()
    except Failure as error:
        if error.args:
            raise


def by_an_outer_one():
    try:
        told_where_it_is_raised_again_after_all()
    except Failure:
        return None


def by_user_code_beyond_a_library():
    try:
        json.loads("{}", object_hook=lambda found: fail())
    except Failure:
        pass


def by_suppress():
    with contextlib.suppress(ValueError):
        fail()


def told_through_with():
    with open("/dev/null"):
        fail()


def told_past_suppress():
    with contextlib.suppress(KeyError):
        fail()


class Dynamic:
    def __getattr__(self, name):
        raise AttributeError(name)

    @property
    def absent(self):
        raise AttributeError("absent")


def by_hasattr():
    return hasattr(Dynamic(), "absent"), getattr(Dynamic(), "other", None)


def told_of_an_attribute():
    return Dynamic().other


def by_bare_except():
    try:
        try:
            fail()
        finally:
            json.dumps(2)
    except:  # noqa: E722
        pass


def told_of_the_second():
    try:
        fail()
    except Failure as error:
        raise RuntimeError("second") from error


def by_a_type_that_is_made():
    try:
        fail()
    except tuple([ValueError]):
        pass


def by_continue():
    while True:
        try:
            fail()
        except KeyError:
            continue
        except Failure:
            break


def by_nobody_as_it_means_nothing():
    list(iter_of([1]))
    raise SystemExit(0)


def iter_of(items):
    for each in items:
        yield each


def told_of_an_import():
    import no_such_module_at_all  # noqa: F401


def by_import_error():
    try:
        import no_such_module_at_all  # noqa: F401
    except ImportError:
        pass


def told_through_c():
    return sorted([1, 2], key=lambda value: fail())


def told_in_a_task():
    async def work():
        fail()

    asyncio.run(work())


def by_who_awaits_a_task():
    async def work():
        fail()

    async def wait():
        await asyncio.gather(work(), work(), return_exceptions=True)

    asyncio.run(wait())


def by_who_asks_a_future():
    with concurrent.futures.ThreadPoolExecutor(1) as pool:
        future = pool.submit(fail)
        try:
            future.result()
        except Failure:
            pass


def by_throw():
    waiting = generator()
    next(waiting)
    waiting.throw(Failure())
    waiting.close()


def generator():
    try:
        yield 1
    except Failure:
        pass
    yield 2
