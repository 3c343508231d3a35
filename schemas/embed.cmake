# Writes the schemas into a C file: cmake -D OUTPUT=… -D "SCHEMAS=a.avsc;b.avsc" -P embed.cmake
# As numbers, not as a string: ISO C promises strings of 4095 bytes only.
set(arrays "")
set(rows "")
set(number 0)
foreach(path IN LISTS SCHEMAS)
  file(READ ${path} hex HEX)
  string(REGEX REPLACE "(..)" "0x\\1," bytes "${hex}")
  get_filename_component(name ${path} NAME_WE)
  string(APPEND arrays "static const unsigned char TEXT_${number}[] = {\n    ${bytes}};\n")
  string(APPEND rows "    {\"${name}\", TEXT_${number}, sizeof TEXT_${number}},\n")
  math(EXPR number "${number} + 1")
endforeach()
file(WRITE ${OUTPUT} "/* Made by schemas/embed.cmake. */
#include \"record/embedded.h\"

${arrays}
const struct embedded_schema EMBEDDED_SCHEMAS[] = {
${rows}};
const size_t EMBEDDED_SCHEMA_COUNT = ${number};
")
