package kata.harness.lab;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Finds calls that would end the JVM, before they run: the verdict would be lost with it, and Java
 * has had no way to refuse them since the security manager went.
 */
final class ExitScan {

  private static final Set<String> EXITS =
      Set.of("java/lang/System.exit", "java/lang/Runtime.exit", "java/lang/Runtime.halt");

  private final List<String> found = new ArrayList<>();
  private final Set<String> members = new HashSet<>();

  private ExitScan() {}

  /** Returns where a class or a class nested in it ends the JVM, as {@code File.java:31}. */
  static Optional<String> find(Class<?> answer) {
    ExitScan scan = new ExitScan();
    String own = answer.getName().replace('.', '/');
    scan.read(answer.getClassLoader(), own);
    scan.read(answer.getClassLoader(), answer.getNestHost().getName().replace('.', '/'));
    for (String member : new TreeSet<>(scan.members)) {
      if (member.startsWith(own + "$")) {
        scan.read(answer.getClassLoader(), member);
      }
    }
    return scan.found.stream().findFirst();
  }

  private void read(ClassLoader loader, String internalName) {
    try (InputStream in = loader.getResourceAsStream(internalName + ".class")) {
      if (in != null) {
        new ClassReader(in).accept(new Scanner(), ClassReader.SKIP_FRAMES);
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new LabException("Cannot read the class file of " + internalName, e);
    }
  }

  private final class Scanner extends ClassVisitor {

    private String file = "";

    Scanner() {
      super(Opcodes.ASM9);
    }

    @Override
    public void visitSource(String source, String debug) {
      file = source;
    }

    @Override
    public void visitNestMember(String nestMember) {
      members.add(nestMember);
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      return new MethodVisitor(Opcodes.ASM9) {
        private int line;

        @Override
        public void visitLineNumber(int number, Label start) {
          line = number;
        }

        @Override
        public void visitMethodInsn(
            int opcode, String owner, String called, String type, boolean isInterface) {
          refuse(owner, called);
        }

        @Override
        public void visitInvokeDynamicInsn(
            String called, String type, Handle bootstrap, Object... arguments) {
          for (Object argument : arguments) {
            if (argument instanceof Handle reference) {
              refuse(reference.getOwner(), reference.getName());
            }
          }
        }

        private void refuse(String owner, String called) {
          if (EXITS.contains(owner + "." + called)) {
            found.add(file + ":" + line);
          }
        }
      };
    }
  }
}
