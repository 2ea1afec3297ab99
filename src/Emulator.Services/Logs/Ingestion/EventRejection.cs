namespace Emulator.Services.Logs.Ingestion;

/// <summary>Events of a PutLogEvents request that are to be refused whatever their time: a fault that a test has asked for.</summary>
/// <param name="TooOld">How many, from the first, count as too old; 0 or more.</param>
/// <param name="Expired">How many, from the first, count as past the log group's retention; 0 or more.</param>
/// <param name="TooNew">How many, from the last, count as too far in the future; 0 or more.</param>
public sealed record EventRejection(int TooOld, int Expired, int TooNew);
