if a:
	if b:
		c
	# comment
  # comment

	d

if a: b; c;
if a:
  b
else:
        c
x = """a
b"""
y = 1 \
  + 2
with a:
    b
    \
    c
d
# end