# Writes files into a C file, as an array of struct embedded (worker/base/embedded.h):
#
#     cmake -D OUTPUT=… -D NAME=EMBEDDED_SCHEMAS -D "FILES=a.avsc;b.avsc" -P embed.cmake
#
# As numbers, not as a string: ISO C promises strings of 4095 bytes only.
set(arrays "")
set(rows "")
set(number 0)
foreach(path IN LISTS FILES)
  file(READ ${path} hex HEX)
  string(REGEX REPLACE "(..)" "0x\\1," bytes "${hex}")
  get_filename_component(name ${path} NAME)
  string(APPEND arrays "static const unsigned char TEXT_${number}[] = {\n    ${bytes}};\n")
  string(APPEND rows "    {\"${name}\", TEXT_${number}, sizeof TEXT_${number}},\n")
  math(EXPR number "${number} + 1")
endforeach()
file(WRITE ${OUTPUT} "/* Made by worker/embed.cmake. */
#include \"base/embedded.h\"

${arrays}
const struct embedded ${NAME}[] = {
${rows}    {NULL, NULL, 0},
};
")
