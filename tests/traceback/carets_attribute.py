class Node:
    def __init__(self, next=None):
        self.next = next


n = Node(Node())
print(n.next.next.next.next)
