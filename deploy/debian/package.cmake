# What the Debian package has besides the program, its packs and its schemas, and how CPack makes it.
# Switched on by -DPACKAGE=ON; deploy/package.sh does it all.
set(here ${CMAKE_CURRENT_LIST_DIR})
set(made ${CMAKE_BINARY_DIR}/package)
set(docs ${CMAKE_INSTALL_DATADIR}/doc/meetingd)
file(MAKE_DIRECTORY ${made})

# The settings and the manual are printed from the tables of the program itself.
function(add_printed file)
  add_custom_command(OUTPUT ${made}/${file} VERBATIM DEPENDS meetingd
    COMMAND meetingd ${ARGN} > ${made}/${file})
  set_property(GLOBAL APPEND PROPERTY printed ${made}/${file})
endfunction()
add_printed(meetingd.conf check --print-sample)
add_printed(meetingd.1 help --manual)
add_printed(meetingd.conf.5 help --manual settings)

function(add_compressed file source)
  add_custom_command(OUTPUT ${made}/${file}.gz VERBATIM DEPENDS ${source}
    COMMAND gzip -9nc ${source} > ${made}/${file}.gz)
  set_property(GLOBAL APPEND PROPERTY printed ${made}/${file}.gz)
endfunction()
add_compressed(meetingd.1 ${made}/meetingd.1)
add_compressed(meetingd.conf.5 ${made}/meetingd.conf.5)
add_compressed(changelog ${here}/changelog)

get_property(printed GLOBAL PROPERTY printed)
add_custom_target(package_files ALL DEPENDS ${printed})

install(FILES ${made}/meetingd.conf DESTINATION /etc/meetingd)
install(FILES ${made}/meetingd.1.gz DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES ${made}/meetingd.conf.5.gz DESTINATION ${CMAKE_INSTALL_MANDIR}/man5)
install(FILES ${made}/changelog.gz ${here}/copyright DESTINATION ${docs})
install(FILES ${here}/../systemd/meetingd.service ${here}/../systemd/meetingd@.service
        DESTINATION lib/systemd/system)
install(FILES ${here}/../prometheus/alerts.yaml ${here}/../grafana/meetingd.json
        DESTINATION ${docs}/examples)
install(FILES ${here}/../systemd/meetingd.sysusers DESTINATION lib/sysusers.d RENAME meetingd.conf)
install(FILES ${here}/../systemd/meetingd.tmpfiles DESTINATION lib/tmpfiles.d RENAME meetingd.conf)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME meetingd)
set(CPACK_PACKAGE_CONTACT "meetingd <meetingd@example.invalid>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "meetings from news articles, from Kafka to Kafka")
set(CPACK_PACKAGE_DESCRIPTION
"Reads raw news articles from a Kafka topic and publishes what they report
of people who met: who, in what capacity, where, when, under what name and
with what outcome, each with the words that prove it, as Avro records, once
each however often a worker or a broker fails.
.
French and English come with it; other languages are added as text files.")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_SET_DESTDIR ON) # /etc is not below the prefix
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE
    GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION net)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "systemd | systemd-standalone-sysusers")
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_PACKAGE_CONTROL_EXTRA
    ${here}/postinst ${here}/prerm ${here}/postrm ${here}/conffiles)
include(CPack)
