"""The topics of pydoc's help(). The reference manual that they quote is not part of this library: each says where it is."""

_PLACES = {
    'assert': 'simple_stmts', 'assignment': 'simple_stmts', 'assignment-expressions': 'expressions', 'async': 'compound_stmts', 'atom-identifiers': 'expressions',
    'atom-literals': 'expressions', 'attribute-access': 'datamodel', 'attribute-references': 'expressions', 'augassign': 'simple_stmts', 'await': 'expressions',
    'binary': 'expressions', 'bitwise': 'expressions', 'bltin-code-objects': 'datamodel', 'bltin-ellipsis-object': 'datamodel', 'bltin-null-object': 'datamodel',
    'bltin-type-objects': 'datamodel', 'booleans': 'expressions', 'break': 'simple_stmts', 'callable-types': 'datamodel', 'calls': 'expressions', 'class': 'compound_stmts',
    'comparisons': 'expressions', 'compound': 'compound_stmts', 'context-managers': 'datamodel', 'continue': 'simple_stmts', 'conversions': 'expressions',
    'customization': 'datamodel', 'debugger': '../library/pdb', 'del': 'simple_stmts', 'dict': 'expressions', 'dynamic-features': 'executionmodel', 'else': 'compound_stmts',
    'exceptions': 'executionmodel', 'execmodel': 'executionmodel', 'exprlists': 'expressions', 'floating': 'lexical_analysis', 'for': 'compound_stmts',
    'formatstrings': '../library/string', 'function': 'compound_stmts', 'global': 'simple_stmts', 'id-classes': 'lexical_analysis', 'identifiers': 'lexical_analysis',
    'if': 'compound_stmts', 'imaginary': 'lexical_analysis', 'import': 'simple_stmts', 'in': 'expressions', 'integers': 'lexical_analysis', 'lambda': 'expressions',
    'lists': 'expressions', 'naming': 'executionmodel', 'nonlocal': 'simple_stmts', 'numbers': 'lexical_analysis', 'numeric-types': 'datamodel', 'objects': 'datamodel',
    'operator-summary': 'expressions', 'pass': 'simple_stmts', 'power': 'expressions', 'raise': 'simple_stmts', 'return': 'simple_stmts', 'sequence-types': 'datamodel',
    'shifting': 'expressions', 'slicings': 'expressions', 'specialattrs': '../library/stdtypes', 'specialnames': 'datamodel', 'string-methods': '../library/stdtypes',
    'strings': 'lexical_analysis', 'subscriptions': 'expressions', 'truth': '../library/stdtypes', 'try': 'compound_stmts', 'types': 'datamodel',
    'typesfunctions': '../library/stdtypes', 'typesmapping': '../library/stdtypes', 'typesmethods': '../library/stdtypes', 'typesmodules': '../library/stdtypes',
    'typesseq': '../library/stdtypes', 'typesseq-mutable': '../library/stdtypes', 'unary': 'expressions', 'while': 'compound_stmts', 'with': 'compound_stmts',
    'yield': 'simple_stmts',
}

topics = {name: f'The text on "{name}" is in the manual of Python:\nhttps://docs.python.org/3.14/'
                f'{place[3:] if place.startswith("../") else "reference/" + place}.html\n' for name, place in _PLACES.items()}
