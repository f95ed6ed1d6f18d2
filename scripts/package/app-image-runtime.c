/*
 * A runtime for AppImages that are tried and tested where the official one cannot be had; never released.
 *
 * Unpacks the file system behind this program into a temporary folder with unsquashfs, starts AppRun there, and removes the
 * folder when it ends.
 */
#define _GNU_SOURCE
#include <elf.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static volatile pid_t child;

static void pass_on(int number) {
  if (child > 0) kill(child, number);
}

static int run(char *const argv[]) {
  child = fork();
  if (child == 0) {
    execvp(argv[0], argv);
    perror(argv[0]);
    _exit(127);
  }
  int status;
  while (waitpid(child, &status, 0) < 0) {
  }
  child = 0;
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

/* Where this program ends and the file system begins, in bytes. */
static long end_of_program(const char *path) {
  Elf64_Ehdr header;
  int file = open(path, O_RDONLY | O_CLOEXEC);
  if (file < 0 || read(file, &header, sizeof header) != sizeof header) exit(1);
  close(file);
  return (long)header.e_shoff + (long)header.e_shentsize * header.e_shnum;
}

int main(int argc, char **argv) {
  if (argc > 1 && strcmp(argv[1], "--appimage-version") == 0) {
    puts("development runtime, never released");
    return 0;
  }
  char self[PATH_MAX] = "";
  if (readlink("/proc/self/exe", self, sizeof self - 1) < 0) return 1;
  char offset[32], folder[] = "/tmp/.mount_ffsm-XXXXXX", root[64], start[80];
  snprintf(offset, sizeof offset, "%ld", end_of_program(self));
  if (mkdtemp(folder) == NULL) return 1;
  snprintf(root, sizeof root, "%s/root", folder);
  snprintf(start, sizeof start, "%s/AppRun", root);
  signal(SIGHUP, pass_on);
  signal(SIGINT, pass_on);
  signal(SIGTERM, pass_on);

  int code = run((char *[]){"unsquashfs", "-q", "-n", "-o", offset, "-d", root, self, NULL});
  if (code == 0) {
    setenv("APPIMAGE", self, 1);
    setenv("APPDIR", root, 1);
    setenv("ARGV0", argv[0], 1);
    argv[0] = start;
    code = run(argv);
  }
  run((char *[]){"rm", "-rf", folder, NULL});
  return code;
}
