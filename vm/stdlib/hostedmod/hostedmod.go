// Package hostedmod lists the modules that CPython writes in C and that here are functions and classes written in
// Python beside the builtins (vm/internal/interp/hosted).
package hostedmod

import "slp/vm/object"

// hosted makes a module of names of hosted code: "name" or "public=hosted".
func hosted(name, doc string, names ...string) object.ModuleDef {
	return object.ModuleDef{Name: name, Doc: doc, Init: func(c *object.Ctx, m *object.Module) bool {
		for _, n := range names {
			from := n
			for i := range len(n) {
				if n[i] == '=' {
					n, from = n[:i], n[i+1:]
					break
				}
			}
			m.Set(c, n, c.Host.HostedBuiltin(name, n, from))
		}
		return true
	}}
}

// The modules.
var (
	ABC = hosted("_abc", "Module contains faster C implementation of abc.ABCMeta", "get_cache_token", "_abc_init", "_abc_register",
		"_abc_instancecheck", "_abc_subclasscheck", "_get_dump", "_reset_registry", "_reset_caches")
	Typing = hosted("_typing", "Primitives and accelerators for the typing module.", "TypeVar", "ParamSpec", "TypeVarTuple",
		"ParamSpecArgs", "ParamSpecKwargs", "TypeAliasType", "Generic", "Union", "NoDefault", "_idfunc")
	Imp = hosted("_imp", "(Extremely) low-level import machinery bits as used by importlib.", "acquire_lock=imp_lock", "release_lock=imp_lock",
		"lock_held=imp_lock_held", "is_builtin=imp_is_builtin", "is_frozen=imp_is_frozen", "is_frozen_package=imp_frozen",
		"create_builtin=imp_create_builtin", "exec_builtin=imp_exec_builtin", "exec_dynamic=imp_exec_builtin", "init_frozen=imp_frozen",
		"get_frozen_object=imp_frozen", "find_frozen=imp_find_frozen", "extension_suffixes=imp_extension_suffixes",
		"_fix_co_filename=imp_fix_co_filename", "source_hash=imp_source_hash", "pyc_magic_number_token", "check_hash_based_pycs=imp_check_hash",
		"_override_multi_interp_extensions_check=imp_override", "_override_frozen_modules_for_tests=imp_override")
	Bootstrap = hosted("_frozen_importlib", "Core implementation of import.", "ModuleSpec", "BuiltinImporter", "FrozenImporter",
		"__import__=import_", "_gcd_import=importlib_gcd_import", "_resolve_name=importlib_resolve_name", "_find_spec=importlib_find_spec",
		"_exec=importlib_exec", "_load=_load", "module_from_spec=importlib_module_from_spec", "_init_module_attrs=importlib_init_attrs",
		"_spec_from_module=importlib_spec_from_module", "spec_from_loader=importlib_spec_from_loader",
		"_call_with_frames_removed=importlib_call", "_verbose_message=importlib_verbose", "_handle_fromlist")
	BootstrapFiles = hosted("_frozen_importlib_external", "Core implementation of path-based import.", "SourceFileLoader", "SourceLoader",
		"FileLoader", "SourcelessFileLoader", "ExtensionFileLoader", "AppleFrameworkLoader", "WindowsRegistryFinder", "NamespaceLoader",
		"PathFinder", "FileFinder", "_LoaderBasics", "SOURCE_SUFFIXES", "BYTECODE_SUFFIXES", "DEBUG_BYTECODE_SUFFIXES=BYTECODE_SUFFIXES",
		"OPTIMIZED_BYTECODE_SUFFIXES=BYTECODE_SUFFIXES", "EXTENSION_SUFFIXES", "MAGIC_NUMBER",
		"spec_from_file_location=importlib_spec_from_file_location", "decode_source=importlib_decode_source",
		"cache_from_source=importlib_cache_from_source", "source_from_cache=importlib_source_from_cache",
		"_pack_uint32=importlib_pack_uint32", "_unpack_uint16=importlib_unpack_uint16",
		"_unpack_uint32=importlib_unpack_uint32", "_unpack_uint64=importlib_unpack_uint64", "_path_join=importlib_path_join",
		"_path_split=importlib_path_split", "_path_stat=importlib_path_stat", "path_sep=_path_sep", "path_separators=_path_separators",
		"_fix_up_module=importlib_fix_up_module", "_classify_pyc=importlib_classify_pyc", "_validate_hash_pyc=importlib_validate_hash_pyc",
		"_validate_timestamp_pyc=importlib_validate_timestamp_pyc", "_get_supported_file_loaders=importlib_loaders",
		"_get_sourcefile=importlib_get_sourcefile", "_compile_bytecode=importlib_compile_bytecode", "_code_to_timestamp_pyc=importlib_code_to_timestamp_pyc",
		"_code_to_hash_pyc=importlib_code_to_hash_pyc", "_calc_mode=importlib_calc_mode", "_write_atomic=importlib_write_atomic",
		"_get_cached=importlib_get_cached", "_NamespacePath")
)
