package object

func defineObject()                                            { ObjectType.define(Spec{}) }
func defineType()                                              { TypeType.define(Spec{}) }
func defineSingletons()                                        {}
func defineNumbers()                                           {}
func defineText()                                              {}
func defineContainers()                                        {}
func defineIterators()                                         {}
func defineDescriptors()                                       {}
func defineExceptions()                                        {}
func (e *Exc) initFields(c *Ctx)                               {}
func (c *Ctx) CallType(t *Type, args []Value, kw []*Str) Value { return Nil }
