package jakarta.validation.groups;

public interface Default {}
