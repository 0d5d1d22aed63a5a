def generator(a):
    x = yield
    yield a + x
    return (yield from a)


async def coroutine(a):
    async with a as b:
        async for c in b:
            await c
    return [d async for d in b]


async def asyncgen(a):
    yield await a


gen = (x async for x in y)
