async def leaf():
    raise LookupError("in a coroutine")


async def root():
    await leaf()


root().send(None)
