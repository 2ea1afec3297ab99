namespace Emulator.Protocol.Validation;

/// <summary>The generations of validators at AWS, each with its own words and codes.</summary>
public enum ValidationStyle
{
    /// <summary>
    /// <c>1 validation error detected: Value '0' at 'limit' failed to satisfy constraint: …</c>. CloudWatch answers <c>ValidationError</c>,
    /// Logs <c>InvalidParameterException</c>.
    /// </summary>
    Framework,

    /// <summary>
    /// The same words with the code <c>ValidationException</c>: the newer operations of Logs.
    /// </summary>
    FrameworkValidationException,

    /// <summary>
    /// <c>The parameter MetricData.member.1.MetricName is required.</c>: CloudWatch's metric and dashboard operations, with the codes
    /// <c>MissingParameter</c> and <c>InvalidParameterValue</c>.
    /// </summary>
    Parameters,
}
