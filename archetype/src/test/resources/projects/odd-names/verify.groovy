// Looks at a project whose groupId is legal, but is no package: capital letters, a hyphen, a keyword, a digit at the start.
def project = new File(basedir, 'project/odd-names')

assert new File(project, 'src/main/java/com/my_company/int_/n2048/Main.java').isFile()
assert new File(project, 'target/classes/com/my_company/int_/n2048/Main.class').isFile()
assert new File(project, 'pom.xml').getText('UTF-8').contains('<groupId>Com.my-company.int.2048</groupId>')
return true
