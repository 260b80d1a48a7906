"""What background work and the screen agree on: see :mod:`netui.storage.concurrency`."""

from netui.storage.concurrency import answered as answered
from netui.storage.concurrency import answering as answering
from netui.storage.concurrency import give_way as give_way
from netui.storage.concurrency import giving_way as giving_way
from netui.storage.concurrency import in_order as in_order
