# The library's targets. Headers join by folder; what needs another library has a target of its own:
#   tallywatt::tallywatt   everything but io/                     Boost (headers)
#   tallywatt::io          io/                                    + fmt (compiled)
#   tallywatt::json        io/json*.hpp, once there is one        + nlohmann_json (headers)
# No target carries a warning, sanitizer or optimisation flag.

set(tallywatt_include "${PROJECT_SOURCE_DIR}/include")
file(GLOB_RECURSE tallywatt_headers CONFIGURE_DEPENDS "${tallywatt_include}/tallywatt/*.hpp")
set(tallywatt_io_headers ${tallywatt_headers})
list(FILTER tallywatt_headers EXCLUDE REGEX "/include/tallywatt/io(/.*)?\\.hpp$|/include/tallywatt/io/")
list(FILTER tallywatt_io_headers INCLUDE REGEX "/include/tallywatt/io(/.*)?\\.hpp$|/include/tallywatt/io/")
set(tallywatt_json_headers ${tallywatt_io_headers})
list(FILTER tallywatt_json_headers INCLUDE REGEX "/io/json[^/]*\\.hpp$")
list(FILTER tallywatt_io_headers EXCLUDE REGEX "/io/json[^/]*\\.hpp$")

# Headers of the MPI executor are installed with the rest, but compile only where MPI is: they stay out of verification.
set(tallywatt_mpi_headers ${tallywatt_headers})
list(FILTER tallywatt_mpi_headers INCLUDE REGEX "/mpi[^/]*\\.hpp$")
list(FILTER tallywatt_headers EXCLUDE REGEX "/mpi[^/]*\\.hpp$")

add_library(tallywatt INTERFACE)
add_library(tallywatt::tallywatt ALIAS tallywatt)
target_compile_features(tallywatt INTERFACE cxx_std_20)
target_link_libraries(tallywatt INTERFACE Boost::headers)
target_sources(
    tallywatt
    INTERFACE FILE_SET HEADERS BASE_DIRS "${tallywatt_include}" FILES ${tallywatt_headers}
    INTERFACE FILE_SET mpi_headers TYPE HEADERS BASE_DIRS "${tallywatt_include}" FILES ${tallywatt_mpi_headers})
set_target_properties(tallywatt PROPERTIES INTERFACE_HEADER_SETS_TO_VERIFY HEADERS)

if(TALLYWATT_IO)
    add_library(tallywatt_io INTERFACE)
    add_library(tallywatt::io ALIAS tallywatt_io)
    set_target_properties(tallywatt_io PROPERTIES EXPORT_NAME io)
    target_link_libraries(tallywatt_io INTERFACE tallywatt fmt::fmt)
    target_sources(tallywatt_io INTERFACE FILE_SET HEADERS BASE_DIRS "${tallywatt_include}" FILES ${tallywatt_io_headers})
endif()

if(TARGET nlohmann_json::nlohmann_json AND tallywatt_json_headers)
    add_library(tallywatt_json INTERFACE)
    add_library(tallywatt::json ALIAS tallywatt_json)
    set_target_properties(tallywatt_json PROPERTIES EXPORT_NAME json)
    target_link_libraries(tallywatt_json INTERFACE tallywatt_io nlohmann_json::nlohmann_json)
    target_sources(tallywatt_json INTERFACE FILE_SET HEADERS BASE_DIRS "${tallywatt_include}" FILES ${tallywatt_json_headers})
endif()
