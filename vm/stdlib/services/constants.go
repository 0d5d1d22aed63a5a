package services

// Numbers of Linux and of CPython, by module. They are the same on every system.
var constants = map[string][]constant{
	"_signal": {
		{"ITIMER_PROF", 2}, {"ITIMER_REAL", 0}, {"ITIMER_VIRTUAL", 1}, {"NSIG", 65}, {"SIGABRT", 6}, {"SIGALRM", 14}, {"SIGBUS", 7},
		{"SIGCHLD", 17}, {"SIGCLD", 17}, {"SIGCONT", 18}, {"SIGFPE", 8}, {"SIGHUP", 1}, {"SIGILL", 4}, {"SIGINT", 2}, {"SIGIO", 29},
		{"SIGIOT", 6}, {"SIGKILL", 9}, {"SIGPIPE", 13}, {"SIGPOLL", 29}, {"SIGPROF", 27}, {"SIGPWR", 30}, {"SIGQUIT", 3}, {"SIGRTMAX", 64},
		{"SIGRTMIN", 34}, {"SIGSEGV", 11}, {"SIGSTKFLT", 16}, {"SIGSTOP", 19}, {"SIGSYS", 31}, {"SIGTERM", 15}, {"SIGTRAP", 5},
		{"SIGTSTP", 20}, {"SIGTTIN", 21}, {"SIGTTOU", 22}, {"SIGURG", 23}, {"SIGUSR1", 10}, {"SIGUSR2", 12}, {"SIGVTALRM", 26},
		{"SIGWINCH", 28}, {"SIGXCPU", 24}, {"SIGXFSZ", 25}, {"SIG_BLOCK", 0}, {"SIG_DFL", 0}, {"SIG_IGN", 1}, {"SIG_SETMASK", 2},
		{"SIG_UNBLOCK", 1},
	},
	"_locale": {
		{"ABDAY_1", 131072}, {"ABDAY_2", 131073}, {"ABDAY_3", 131074}, {"ABDAY_4", 131075}, {"ABDAY_5", 131076}, {"ABDAY_6", 131077},
		{"ABDAY_7", 131078}, {"ABMON_1", 131086}, {"ABMON_10", 131095}, {"ABMON_11", 131096}, {"ABMON_12", 131097}, {"ABMON_2", 131087},
		{"ABMON_3", 131088}, {"ABMON_4", 131089}, {"ABMON_5", 131090}, {"ABMON_6", 131091}, {"ABMON_7", 131092}, {"ABMON_8", 131093},
		{"ABMON_9", 131094}, {"ALT_DIGITS", 131119}, {"AM_STR", 131110}, {"CHAR_MAX", 127}, {"CODESET", 14}, {"CRNCYSTR", 262159},
		{"DAY_1", 131079}, {"DAY_2", 131080}, {"DAY_3", 131081}, {"DAY_4", 131082}, {"DAY_5", 131083}, {"DAY_6", 131084}, {"DAY_7", 131085},
		{"D_FMT", 131113}, {"D_T_FMT", 131112}, {"ERA", 131116}, {"ERA_D_FMT", 131118}, {"ERA_D_T_FMT", 131120}, {"ERA_T_FMT", 131121},
		{"LC_ALL", 6}, {"LC_COLLATE", 3}, {"LC_CTYPE", 0}, {"LC_MESSAGES", 5}, {"LC_MONETARY", 4}, {"LC_NUMERIC", 1}, {"LC_TIME", 2},
		{"MON_1", 131098}, {"MON_10", 131107}, {"MON_11", 131108}, {"MON_12", 131109}, {"MON_2", 131099}, {"MON_3", 131100}, {"MON_4", 131101},
		{"MON_5", 131102}, {"MON_6", 131103}, {"MON_7", 131104}, {"MON_8", 131105}, {"MON_9", 131106}, {"NOEXPR", 327681}, {"PM_STR", 131111},
		{"RADIXCHAR", 65536}, {"THOUSEP", 65537}, {"T_FMT", 131114}, {"T_FMT_AMPM", 131115}, {"YESEXPR", 327680}, {"_DATE_FMT", 131180},
	},
	"_opcode": {
		{"ENABLE_SPECIALIZATION", 1}, {"ENABLE_SPECIALIZATION_FT", 1},
	},
}

// opcodeSets tell which of CPython's opcodes have a property: ranges of first and last.
var opcodeSets = map[string][][2]int64{
	"has_arg":   {{44, 120}, {128, 128}, {143, 153}, {155, 195}, {197, 197}, {200, 200}, {209, 211}, {237, 237}, {239, 239}, {241, 245}, {247, 251}, {253, 253}, {255, 255}, {257, 261}, {263, 266}},
	"has_const": {{82, 82}, {190, 191}},
	"has_name":  {{61, 61}, {64, 65}, {72, 73}, {80, 80}, {91, 93}, {96, 96}, {110, 110}, {115, 116}, {179, 179}, {189, 189}, {194, 195}, {200, 200}, {249, 249}},
	"has_jump":  {{68, 68}, {70, 70}, {75, 77}, {100, 103}, {106, 106}, {172, 176}, {237, 237}, {248, 248}, {257, 260}},
	"has_free":  {{62, 62}, {90, 90}, {97, 97}, {111, 111}},
	"has_local": {{3, 3}, {63, 63}, {83, 89}, {112, 114}, {261, 261}, {266, 266}},
	"has_exc":   {{263, 265}},
	"is_valid":  {{0, 120}, {128, 211}, {234, 266}},
}

// The names of CPython's operators and intrinsic functions, by number.
var (
	nbOps          = [][2]string{{"NB_ADD", "+"}, {"NB_AND", "&"}, {"NB_FLOOR_DIVIDE", "//"}, {"NB_LSHIFT", "<<"}, {"NB_MATRIX_MULTIPLY", "@"}, {"NB_MULTIPLY", "*"}, {"NB_REMAINDER", "%"}, {"NB_OR", "|"}, {"NB_POWER", "**"}, {"NB_RSHIFT", ">>"}, {"NB_SUBTRACT", "-"}, {"NB_TRUE_DIVIDE", "/"}, {"NB_XOR", "^"}, {"NB_INPLACE_ADD", "+="}, {"NB_INPLACE_AND", "&="}, {"NB_INPLACE_FLOOR_DIVIDE", "//="}, {"NB_INPLACE_LSHIFT", "<<="}, {"NB_INPLACE_MATRIX_MULTIPLY", "@="}, {"NB_INPLACE_MULTIPLY", "*="}, {"NB_INPLACE_REMAINDER", "%="}, {"NB_INPLACE_OR", "|="}, {"NB_INPLACE_POWER", "**="}, {"NB_INPLACE_RSHIFT", ">>="}, {"NB_INPLACE_SUBTRACT", "-="}, {"NB_INPLACE_TRUE_DIVIDE", "/="}, {"NB_INPLACE_XOR", "^="}, {"NB_SUBSCR", "[]"}}
	intrinsics1    = []string{"INTRINSIC_1_INVALID", "INTRINSIC_PRINT", "INTRINSIC_IMPORT_STAR", "INTRINSIC_STOPITERATION_ERROR", "INTRINSIC_ASYNC_GEN_WRAP", "INTRINSIC_UNARY_POSITIVE", "INTRINSIC_LIST_TO_TUPLE", "INTRINSIC_TYPEVAR", "INTRINSIC_PARAMSPEC", "INTRINSIC_TYPEVARTUPLE", "INTRINSIC_SUBSCRIPT_GENERIC", "INTRINSIC_TYPEALIAS"}
	intrinsics2    = []string{"INTRINSIC_2_INVALID", "INTRINSIC_PREP_RERAISE_STAR", "INTRINSIC_TYPEVAR_WITH_BOUND", "INTRINSIC_TYPEVAR_WITH_CONSTRAINTS", "INTRINSIC_SET_FUNCTION_TYPE_PARAMS", "INTRINSIC_SET_TYPEPARAM_DEFAULT"}
	specialMethods = []string{"__enter__", "__exit__", "__aenter__", "__aexit__"}
)
