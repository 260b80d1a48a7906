"""What background work and the screen agree on: see :mod:`netui.storage.giving_way`."""

from netui.storage.giving_way import answered as answered
from netui.storage.giving_way import answering as answering
from netui.storage.giving_way import give_way as give_way
from netui.storage.giving_way import giving_way as giving_way
from netui.storage.giving_way import in_order as in_order
